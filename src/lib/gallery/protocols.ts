/** Which listeners understand a message from a frame: for the gallery's log, and as an independent check of what embeds post. */

/** The systems of one protocol, in the order of the log. */
export const PROTOCOLS = [
	'Datawrapper',
	'AMP, frames, sidechain',
	'Embedly, Medium',
	'iframely',
	'pym.js',
	'WordPress',
	'Guardian',
	'open-iframe-resizer',
	'iframe-resizer',
	'Observable',
] as const;

export type Protocol = (typeof PROTOCOLS)[number];

export interface HeightMessage {
	readonly protocol: Protocol;
	/** Pixels. */
	readonly height: number;
}

/** What the parent has sent to its frame, and must find again in the answers. */
export interface Handshake {
	readonly childId: string;
	readonly secret: string;
	/** The number under which iframely registered the frame. */
	readonly windowId: number;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});

function fieldsIn(text: string): Fields {
	try {
		return fieldsOf(JSON.parse(text));
	} catch {
		return {};
	}
}

function heightsInObject(message: Fields, { secret }: Handshake): [Protocol, unknown][] {
	return [
		['Datawrapper', Object.values(fieldsOf(message['datawrapper-height']))[0]],
		[
			'AMP, frames, sidechain',
			message['sentinel'] === 'amp' && message['type'] === 'embed-size' ? message['height'] : null,
		],
		['WordPress', message['message'] === 'height' && message['secret'] === secret ? message['value'] : null],
		['Guardian', message['kind'] === 'interactive:height' ? message['height'] : null],
		['open-iframe-resizer', message['type'] === 'iframe-resized' ? message['height'] : null],
		['Observable', message['height']],
	];
}

function heightsInText(text: string, { childId, windowId }: Handshake): [Protocol, unknown][] {
	const fields = fieldsIn(text);
	const [pym, id, kind, value] = text.split('xPYMx');
	return [
		['Embedly, Medium', fields['context'] === 'iframe.resize' ? fields['height'] : null],
		['iframely', fields['method'] === 'resize' && fields['windowId'] === windowId ? fields['height'] : null],
		['Guardian', fields['type'] === 'set-height' ? fields['value'] : null],
		['pym.js', pym === 'pym' && id === childId && kind === 'height' ? Number(value) : null],
		['iframe-resizer', text.startsWith(`[iFrameSizer]${childId}:`) ? Number(text.split(':')[1]) : null],
	];
}

/** The listeners that would take a height from this message, with that height. Any value gives a list, usually an empty one. */
export function heightsIn(message: unknown, handshake: Handshake): HeightMessage[] {
	const heights =
		typeof message === 'string' ? heightsInText(message, handshake) : heightsInObject(fieldsOf(message), handshake);
	return heights.flatMap(([protocol, height]) =>
		typeof height === 'number' && Number.isFinite(height) && height > 0 ? [{ protocol, height }] : [],
	);
}

/** The first messages of parents, which their frames must answer. */
export const greetings = ({ childId, windowId }: Handshake): readonly unknown[] => [
	{ sentinel: 'amp', type: 'frames-init' },
	JSON.stringify({ method: 'register', windowId }),
	{ type: 'iframe-child-init' },
	`[iFrameSizer]${childId}:8:false:true:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true`,
];
