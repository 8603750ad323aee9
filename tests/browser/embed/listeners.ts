/**
 * Pages of others that listen for a frame's height: the real libraries where they can be had, the rest written anew from
 * what their protocols say. Each puts its frame into `#column` at once, and may begin to listen later.
 */
import { SANDBOX } from '#lib/embed/snippets.ts';

export interface Listener {
	readonly name: string;
	/** The content of the column: the frame, or what creates it. `SRC` is the embed's URL. */
	readonly column: string;
	/** Scripts of the real library, loaded before it listens. */
	readonly library?: string;
	/** Script that begins to listen; `frame()` is the frame. Runs once. */
	readonly listen: string;
	/** Pixels between which this listener holds heights. */
	readonly clamp?: readonly [number, number];
	/** Whether it sends its frame a greeting, and so may be loaded at any time. */
	readonly greets?: boolean;
}

/** The frame of the snippet with all its attributes, but a small height. */
const FRAME = `<iframe src="SRC" title="Chart" width="100%" height="150" loading="lazy" referrerpolicy="no-referrer" sandbox="${SANDBOX}" frameborder="0" style="border: 0; color-scheme: light dark"></iframe>`;

/** Runs `body` for each message from the frame, as `data`. */
const on = (body: string): string => `addEventListener('message', (event) => {
	const { data, source } = event;
	if (source !== frame().contentWindow) return;
	${body}
});`;

const json = (body: string): string =>
	on(`if (typeof data !== 'string' || data[0] !== '{') return; const sent = JSON.parse(data); ${body}`);

export const LISTENERS: readonly Listener[] = [
	{
		name: 'Datawrapper',
		column: FRAME,
		listen: `addEventListener('message', (event) => {
			if (event.data['datawrapper-height'] === undefined) return;
			for (const slug in event.data['datawrapper-height'])
				for (const each of document.querySelectorAll('iframe'))
					if (each.contentWindow === event.source) each.style.height = event.data['datawrapper-height'][slug] + 'px';
		});`,
	},
	{
		name: 'Datawrapper, older',
		column: FRAME,
		listen: `addEventListener('message', ({ data }) => {
			if (data['datawrapper-height'] === undefined) return;
			for (const slug in data['datawrapper-height'])
				document.querySelector("iframe[src*='" + slug + "']").style.height = data['datawrapper-height'][slug] + 'px';
		});`,
	},
	{
		name: 'AMP',
		column: FRAME.replace(SANDBOX, 'allow-scripts allow-popups'),
		listen: on(`if (data.sentinel === 'amp' && data.type === 'embed-size') frame().height = data.height;`),
	},
	{
		name: '@newswire/frames',
		column: FRAME,
		library: '/frames.js',
		listen: `newswireFrames.observeIframe(frame());`,
		greets: true,
	},
	{
		name: '@nprapps/sidechain',
		column: '<side-chain src="SRC"></side-chain>',
		library: '/sidechain.js',
		listen: '',
	},
	{
		name: 'Embedly',
		column: FRAME,
		listen: json(`if (sent.context === 'iframe.resize' && sent.src === frame().src) frame().height = sent.height;`),
	},
	{
		name: 'Medium',
		column: FRAME.replace(SANDBOX, 'allow-scripts'),
		listen: json(`if (sent.context === 'iframe.resize') frame().style.height = sent.height + 'px';`),
	},
	{
		name: 'iframely',
		column: FRAME,
		listen: `const greet = () => frame().contentWindow.postMessage(JSON.stringify({ method: 'register', windowId: 3 }), '*');
			frame().addEventListener('load', greet); greet();
			${json(`if (sent.method === 'resize' && sent.windowId === 3) frame().style.height = sent.height + 'px';`)}`,
		greets: true,
	},
	{ name: 'pym.js', column: '', library: '/pym.js', listen: `new pym.Parent('column', 'SRC', {});`, greets: true },
	{
		name: 'WordPress',
		column:
			'<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="SRC#?secret=a1B2c3D4e5" data-secret="a1B2c3D4e5" title="Chart" width="600" height="338" frameborder="0" marginwidth="0" marginheight="0" scrolling="no" style="position: absolute; visibility: hidden"></iframe>',
		listen: on(`if (!data.secret || /[^a-zA-Z0-9]/.test(data.secret) || data.secret !== frame().dataset.secret) return;
			frame().removeAttribute('style');
			frame().style.width = '100%';
			if (data.message === 'height') frame().height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));`).concat(
			`frame().contentWindow.postMessage({ message: 'ready', secret: frame().dataset.secret }, '*');`,
		),
		clamp: [200, 1000],
		greets: true,
	},
	{
		name: 'Guardian, iframe-messenger',
		column: FRAME,
		listen: json(`if (String(sent.id).startsWith('iframeMessenger:') && sent.type === 'set-height')
			frame().style.height = sent.value + 'px';`),
	},
	{
		name: 'Guardian, interactives',
		column: FRAME,
		listen: on(`if (data.kind === 'interactive:height') frame().height = data.height;`),
	},
	{
		name: 'open-iframe-resizer',
		column: FRAME,
		library: '/open-iframe-resizer.js',
		listen: `iframeResizer.initialize({}, frame());`,
		greets: true,
	},
	{
		name: 'open-iframe-resizer, for older children',
		column: FRAME,
		library: '/open-iframe-resizer.js',
		listen: `iframeResizer.initialize({ enableLegacyLibSupport: true }, frame());`,
		greets: true,
	},
	{
		// It sends its greeting to the URL's origin, which a sandboxed frame does not have; the gallery says so.
		name: 'iframe-resizer 4, told not to check the origin',
		column: FRAME,
		library: '/iframe-resizer.js',
		listen: `iFrameResize({ checkOrigin: false, warningTimeout: 0 }, frame());`,
		greets: true,
	},
	{
		name: 'iframe-resizer 4, without the sandbox',
		column: FRAME.replace(`sandbox="${SANDBOX}"`, ''),
		library: '/iframe-resizer.js',
		listen: `iFrameResize({ warningTimeout: 0 }, frame());`,
		greets: true,
	},
	{
		name: 'iframe-resizer 5',
		column: FRAME,
		listen: `const greet = () => frame().contentWindow.postMessage(
				'[iFrameSizer]chart-5:8:false:false:32:true:true::auto:::0:false:child:auto:true:::true:::false', '*');
			frame().addEventListener('load', greet); greet();
			${on(`if (data === '[iFrameResizerChild]Ready') return greet();
			const [id, height, width, kind] = String(data).replace('[iFrameSizer]', '').split(':');
			if (id === 'chart-5' && Number(width) > 0 && /^(init|resizeObserver|mutationObserver)$/.test(kind))
				frame().style.height = height + 'px';`)}`,
		greets: true,
	},
	{
		name: 'Observable',
		column: FRAME,
		listen: on(`if (typeof data.height === 'number') frame().height = data.height;`),
	},
];

/**
 * The body of a listener's page, with a script that counts the frame's messages.
 * @param late milliseconds after the frame's load at which it begins to listen; 0: before
 */
export function listenerPage({ column, library, listen }: Listener, src: string, late = 0): string {
	const fill = (text: string) => text.replaceAll('SRC', src);
	// The frame may exist before the library, so its load event is captured by a parent from the beginning.
	return `<script>
		window.loaded = new Promise((resolve) => document.addEventListener('load', ({ target }) => {
			if (target.localName === 'iframe') resolve();
		}, true));
	</script>
	<div id="column" style="width: 600px">${fill(column)}</div>
	${library ? `<script src="${library}"></script>` : ''}
	<script>
		window.frame = () => document.querySelector('side-chain')?.shadowRoot.querySelector('iframe') ?? document.querySelector('iframe');
		window.posts = [];
		addEventListener('message', ({ data, source }) => { if (source === window.frame()?.contentWindow) posts.push(data); });
		const listen = () => { ${fill(listen)} };
		if (${late} && frame()) loaded.then(() => setTimeout(listen, ${late}));
		else listen();
	</script>`;
}
