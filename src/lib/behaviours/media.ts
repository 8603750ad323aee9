/**
 * Media types that no browser has; our styles use them for layouts that need the script: `scripted` for controls,
 * `scrolled` for the layout in which charts stick beside the steps.
 */
export const OWN_MEDIA = ['scripted', 'scrolled'] as const;
export type OwnMedia = (typeof OWN_MEDIA)[number];

/**
 * Applies the styles under `@media <name>` on screens. Only the parsed sheets change, never the markup: a copy of the
 * document without its script is the page without its script.
 * @returns its undo
 */
export function holdOnScreens(root: Document, name: OwnMedia): () => void {
	const rules = rulesFor(root, name);
	const before = rules.map(({ media }) => media.mediaText);
	for (const { media } of rules) media.mediaText = media.mediaText.split(name).join('screen');
	return () => {
		for (const [at, { media }] of rules.entries()) media.mediaText = before[at] ?? '';
	};
}

/** The largest type size in pixels (the default is 18) at which sticky charts leave the words enough room. */
const LARGEST_TYPE = 20;

/** The layout with sticky charts. */
export interface ScrolledLayout {
	/** Applies or removes it, depending on the reader's type size. */
	readonly fit: () => void;
	readonly loosen: () => void;
}

/**
 * Applies the layout with sticky charts, for readers with about the default type size. With larger type, charts that fit
 * the window would leave no room for words: each step then has its own picture.
 */
export function scrolledLayout(root: Document): ScrolledLayout {
	// Before the type size is read: once styles have been computed, changed rules cost computing them all again.
	let undo: (() => void) | null = holdOnScreens(root, 'scrolled');
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

/**
 * The rules that name an own media type: those of the last sheet that has any (`server/styles.ts` keeps them together),
 * because reading all rules delays the first paint.
 */
function rulesFor(root: Document, name: OwnMedia): CSSMediaRule[] {
	for (const sheet of [...root.styleSheets].reverse()) {
		const rules = mediaRules(sheet).filter(({ media }) => media.mediaText.includes(name));
		if (rules.length > 0) return rules;
	}
	return [];
}

function mediaRules(sheet: CSSStyleSheet): CSSMediaRule[] {
	try {
		return [...sheet.cssRules].filter((rule) => rule instanceof CSSMediaRule);
	} catch {
		// A style sheet of another origin, which an extension has added.
		return [];
	}
}
