/**
 * The messages in which a framed page posts its size, one for each listener in use, and the messages of parents that it
 * understands.
 */
export interface Size {
	readonly width: number;
	readonly height: number;
}

/** What an embed knows of itself, and what its parent has sent. */
export interface Parties {
	/** A part of the frame's address that no other frame on the page has. */
	readonly slug: string;
	/** The frame's whole address. */
	readonly address: string;
	/** The name that pym.js gives the frame, from its query. */
	readonly childId?: string | null;
	/** WordPress’s, from the fragment or its greeting. */
	readonly secret?: string | null;
	/** The id that iframely gives the frame. */
	readonly windowId?: string | number;
	/** The id that iframe-resizer gives the frame. */
	readonly resizerId?: string;
}

/** The largest height in pixels that a frame asks for, and gets. */
export const MAX_HEIGHT = 50_000;

export const RESIZER = '[iFrameSizer]';

/**
 * One round of messages: few posts, since the keys of most protocols do not collide. None is ever null.
 * @param why the reason for iframe-resizer: its first answer has to be `init`
 */
export function messages(
	{ width, height }: Size,
	parties: Parties,
	why: 'init' | 'resizeObserver',
): (object | string)[] {
	const { slug, address, childId, secret, windowId, resizerId } = parties;
	const posts: (object | string)[] = [
		// AMP, @newswire/frames, sidechain, Datawrapper, the Guardian, Observable, WordPress.
		{
			sentinel: 'amp',
			type: 'embed-size',
			kind: 'interactive:height',
			'datawrapper-height': { [slug]: height },
			width,
			height,
			...(secret ? { message: 'height', value: height, secret } : {}),
		},
		{ type: 'iframe-resized', width, height },
		// Embedly, Medium, iframely, iframe-messenger.
		JSON.stringify({
			src: address,
			context: 'iframe.resize',
			method: 'resize',
			type: 'set-height',
			id: `iframeMessenger:${slug}`,
			windowId,
			value: height,
			height,
		}),
	];
	if (childId) posts.push(`pymxPYMx${childId}xPYMxheightxPYMx${height}`);
	posts.push(
		resizerId === undefined ? '[iFrameResizerChild]Ready' : `${RESIZER}${resizerId}:${height}:${width}:${why}`,
	);
	return posts;
}
