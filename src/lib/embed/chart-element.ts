/**
 * `/embed.js`, for other sites: a custom element with the name from `seeds/story.yaml` and an attribute `chart`.
 * Self-contained; it loads nothing else.
 */
import { MAX_HEIGHT } from './messages.ts';

/** Options that are passed on in the frame's address (`options.ts`); the frame validates them. */
const OPTIONS = ['theme', 'step', 'focus', 'header', 'motion', 'bg'];
/** Allows scripts, for the height, and new windows outside the sandbox, for links. Nothing else, not even its own origin. */
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
/** The smallest height that a frame may ask for, in pixels. */
const LEAST = 50;

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

/** Whether style sheets can be constructed, which no policy of the host page refuses; not in Safari before 16.4. */
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

/** The folder of this script, from which the charts' addresses are resolved. */
const here =
	document.currentScript instanceof HTMLScriptElement
		? document.currentScript.src
		: (document.querySelector<HTMLScriptElement>('script[src*="/embed.js"]')?.src ?? document.baseURI);

/** The height in a frame's message, in pixels; 0 for any other message. */
function heightIn(data: unknown): number {
	const { type, height } = (typeof data === 'object' && data ? data : {}) as Record<string, unknown>;
	if (type !== 'iframe-resized' || typeof height !== 'number' || !(height > 0)) return 0;
	return Math.min(MAX_HEIGHT, Math.max(LEAST, Math.ceil(height)));
}

/**
 * One chart in a frame. The content of the element is shown until the frame has answered, and stays if it never does. The
 * frame's title is the element's, else its text. Styles of the host page do not reach the frame.
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
		// The parser adds the content after an element that is already defined.
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

	/** Moved by `moveBefore`, the element keeps its frame; without this callback it would be disconnected and connected. */
	connectedMoveCallback(): void {
		this.#name();
	}

	attributeChangedCallback(): void {
		if (this.#frame) this.#ask();
	}

	/** Every address gets a new frame: navigating an existing one would add to the reader's history. */
	#ask(): void {
		const chart = this.getAttribute('chart') ?? '';
		// A script with integrity lies in a versioned folder that never changes; the charts are corrected at the site's
		// root.
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
