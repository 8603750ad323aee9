/** Media types that no browser has, each with what stands under it in our styles. */
export type OwnMedia =
	/** What only works with the script: controls. */
	| 'scripted'
	/** The layout in which charts stick beside the steps. */
	| 'scrolled';

/**
 * Makes the styles under `@media <name>` hold on screens. Only the parsed sheets change, never the markup: whatever keeps
 * the document without its script keeps the page as it is without its script.
 * @returns its undo
 */
export function holdOnScreens(root: Document, name: OwnMedia): () => void {
	const rules = [...root.styleSheets].flatMap(mediaRules).filter(({ media }) => media.mediaText.includes(name));
	const before = rules.map(({ media }) => media.mediaText);
	for (const { media } of rules) media.mediaText = media.mediaText.split(name).join('screen');
	return () => {
		for (const [at, { media }] of rules.entries()) media.mediaText = before[at] ?? '';
	};
}

/** Pixels of the page's type, 18 of which are usual, up to which charts that stick leave their words room. */
const LARGEST_TYPE = 20;

/** The layout in which charts stick. */
export interface ScrolledLayout {
	/** Holds it, or gives it up, as the reader's type is now. */
	readonly fit: () => void;
	readonly loosen: () => void;
}

/**
 * Holds the layout in which charts stick, for readers of type about as large as usual. Larger type asks for larger charts,
 * which stand whole beside no words: each step then has its own picture.
 */
export function scrolledLayout(root: Document): ScrolledLayout {
	let undo: (() => void) | null = null;
	const layout: ScrolledLayout = {
		fit: () => {
			const isFit = parseFloat(getComputedStyle(root.documentElement).fontSize) <= LARGEST_TYPE;
			if (!isFit) layout.loosen();
			else undo ??= holdOnScreens(root, 'scrolled');
		},
		loosen: () => {
			undo?.();
			undo = null;
		},
	};
	layout.fit();
	return layout;
}

function mediaRules(holder: CSSStyleSheet | CSSGroupingRule): CSSMediaRule[] {
	try {
		return [...holder.cssRules].flatMap((rule) => [
			...(rule instanceof CSSMediaRule ? [rule] : []),
			...(rule instanceof CSSGroupingRule ? mediaRules(rule) : []),
		]);
	} catch {
		// Some other host's sheet, which an extension has brought.
		return [];
	}
}
