/**
 * `/embed.js`, for the pages of others: an element of the name in `seeds/story.yaml`, with an attribute `chart`. On its own;
 * it asks for nothing.
 */

/** What an address may say (`options.ts`); the frame knows what to make of each value. */
const OPTIONS = ['theme', 'step', 'focus', 'header', 'motion', 'bg'];
/** Scripts for the height; new windows, out of the sandbox, for links. Nothing else, its own origin neither. */
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
/** Pixels that a frame may ask for. */
const LEAST = 50;
const MOST = 20_000;

const STYLES = `
:host {
	display: block; position: relative; box-sizing: border-box;
	inline-size: 100%; inline-size: -moz-available; inline-size: -webkit-fill-available; inline-size: stretch
}
:host([hidden]) { display: none }
iframe { display: block; width: 100%; border: 0; color-scheme: light dark }
:host([theme='light']) iframe { color-scheme: light }
:host([theme='dark']) iframe { color-scheme: dark }
.waiting { position: absolute; inset: 0; height: 100%; visibility: hidden }
iframe:not(.waiting) + slot { display: none }
`;

/** Whether sheets can be made that no policy of the page around refuses; Safari before 16.4 makes none. */
const makesSheets = 'adoptedStyleSheets' in document;

function style(root: ShadowRoot): void {
	if (makesSheets) {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(STYLES);
		root.adoptedStyleSheets = [sheet];
	} else {
		const element = document.createElement('style');
		element.textContent = STYLES;
		root.append(element);
	}
}

/** Where charts lie, seen from where this script came from. */
const here =
	document.currentScript instanceof HTMLScriptElement
		? document.currentScript.src
		: (document.querySelector<HTMLScriptElement>('script[src*="/embed.js"]')?.src ?? document.baseURI);

/** The height that a frame asks for, in pixels; 0 in any other message. */
function heightIn(data: unknown): number {
	const { type, height } = (typeof data === 'object' && data ? data : {}) as Record<string, unknown>;
	if (type !== 'iframe-resized' || typeof height !== 'number' || !(height > 0)) return 0;
	return Math.min(MOST, Math.max(LEAST, Math.ceil(height)));
}

/**
 * One chart in a frame. What stands between its tags is shown until the frame has answered, and stays where none does.
 * The frame's title is the element's, else those words. Styles of the page around it do not reach the frame.
 */
class ChartElement extends HTMLElement {
	static readonly observedAttributes = ['chart', 'site', 'title', ...OPTIONS];

	readonly #slot = document.createElement('slot');
	#frame: HTMLIFrameElement | null = null;

	constructor() {
		super();
		const root = this.attachShadow({ mode: 'open' });
		root.append(this.#slot);
		style(root);
		// A parser that finds the element defined brings its words only later.
		this.#slot.addEventListener('slotchange', () => this.#name());
	}

	connectedCallback(): void {
		addEventListener('message', this.#hear);
		this.#ask();
	}

	disconnectedCallback(): void {
		removeEventListener('message', this.#hear);
		this.#frame?.remove();
		this.#frame = null;
	}

	/** Moved by `moveBefore`, it keeps its frame; without this it would be taken out and put in. */
	connectedMoveCallback(): void {
		this.#name();
	}

	attributeChangedCallback(): void {
		if (this.#frame) this.#ask();
	}

	/** Gives each address a frame of its own: changing that of a frame would add to the reader's way back. */
	#ask(): void {
		const chart = this.getAttribute('chart') ?? '';
		// A script that is held to its hash lies in a folder that never changes; the charts that follow corrections do not.
		const site = new URL(this.getAttribute('site') ?? '', here);
		const address = new URL(`embed/${encodeURIComponent(chart)}/`, site);
		for (const option of OPTIONS) {
			const value = this.getAttribute(option);
			if (value !== null) address.searchParams.set(option, value);
		}
		if (!chart || this.#frame?.src === address.href) {
			this.#name();
			return;
		}
		const frame = document.createElement('iframe');
		const height = this.#frame?.height ?? '';
		frame.className = height ? '' : 'waiting';
		frame.height = height;
		frame.loading = 'lazy';
		frame.referrerPolicy = 'no-referrer';
		frame.setAttribute('sandbox', SANDBOX);
		frame.src = address.href;
		this.#frame?.remove();
		this.#frame = frame;
		this.#name();
		this.#slot.before(frame);
	}

	#name(): void {
		const words = this.textContent.trim() || (this.querySelector('img')?.alt ?? '');
		if (this.#frame) this.#frame.title = this.title || words.replace(/\s+/g, ' ').slice(0, 250) || 'Chart';
	}

	readonly #hear = ({ source, data }: MessageEvent<unknown>): void => {
		const frame = this.#frame;
		const height = frame && source && source === frame.contentWindow ? heightIn(data) : 0;
		if (!frame || !height) return;
		frame.height = String(height);
		frame.className = '';
	};
}

if (!customElements.get(__ELEMENT__)) customElements.define(__ELEMENT__, ChartElement);
