/** Which listeners a message to the parent speaks to. The gallery's log, and a second reading of what embeds post. */

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

/** What the parent has told its frame, and must find again in the answers. */
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

function heightsInObject(said: Fields, { secret }: Handshake): [Protocol, unknown][] {
	return [
		['Datawrapper', Object.values(fieldsOf(said['datawrapper-height']))[0]],
		['AMP, frames, sidechain', said['sentinel'] === 'amp' && said['type'] === 'embed-size' ? said['height'] : null],
		['WordPress', said['message'] === 'height' && said['secret'] === secret ? said['value'] : null],
		['Guardian', said['kind'] === 'interactive:height' ? said['height'] : null],
		['open-iframe-resizer', said['type'] === 'iframe-resized' ? said['height'] : null],
		['Observable', said['height']],
	];
}

function heightsInText(text: string, { childId, windowId }: Handshake): [Protocol, unknown][] {
	const said = fieldsIn(text);
	const [pym, id, kind, value] = text.split('xPYMx');
	return [
		['Embedly, Medium', said['context'] === 'iframe.resize' ? said['height'] : null],
		['iframely', said['method'] === 'resize' && said['windowId'] === windowId ? said['height'] : null],
		['Guardian', said['type'] === 'set-height' ? said['value'] : null],
		['pym.js', pym === 'pym' && id === childId && kind === 'height' ? Number(value) : null],
		['iframe-resizer', text.startsWith(`[iFrameSizer]${childId}:`) ? Number(text.split(':')[1]) : null],
	];
}

/** The listeners that would take a height from this message, with that height. Any value gives a list, mostly an empty one. */
export function heightsIn(message: unknown, handshake: Handshake): HeightMessage[] {
	const said =
		typeof message === 'string' ? heightsInText(message, handshake) : heightsInObject(fieldsOf(message), handshake);
	return said.flatMap(([protocol, height]) =>
		typeof height === 'number' && Number.isFinite(height) && height > 0 ? [{ protocol, height }] : [],
	);
}

/** What parents say first, to whom their frames must answer. */
export const greetings = ({ childId, windowId }: Handshake): readonly unknown[] => [
	{ sentinel: 'amp', type: 'frames-init' },
	JSON.stringify({ method: 'register', windowId }),
	{ type: 'iframe-child-init' },
	`[iFrameSizer]${childId}:8:false:true:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true`,
];
