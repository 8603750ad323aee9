import { pointedAt } from '#lib/behaviours/place/address.ts';
import { runInBoundary, enable, type ErrorBoundary } from '#lib/behaviours/error-boundary.ts';
import { FILTERS, formatLedger, parseLedger, type Choices, type LedgerState } from './state.ts';
import { matches, countInWords, folded, type Entry } from './match.ts';
import { words } from '#lib/behaviours/charts/show.ts';

/** Milliseconds without input after which the count is announced and the address written. */
const PAUSE = 400;

/**
 * Search and filters of the ledger: `form[data-search]` over the `[data-entry]` of the page. Entries that do not match
 * get `hidden`, as do sections without any entry left. The state is in the address; the number left is shown at once and
 * announced after a pause. The search covers the words on the page, also as translated by the browser, and the original
 * ones. Enter leads to the first entry left. An address that names a hidden entry clears the filters.
 */
export function startSearch(root: Document): () => void {
	return runInBoundary((boundary) => {
		const form = root.querySelector<HTMLFormElement>('form[data-search]');
		if (form) searchable(boundary, root, form);
	});
}

function searchable(boundary: ErrorBoundary, root: Document, form: HTMLFormElement): void {
	const elements = [...root.querySelectorAll<HTMLElement>('[data-entry]')];
	const entries = elements.map((element) => ({ ...traitsOf(element), text: wordsOf(element) }));
	const sections = [...root.querySelectorAll<HTMLElement>('section[data-kind]')];
	const choices = choicesOf(form);
	let pause: ReturnType<typeof setTimeout> | undefined;

	const show = (state: LedgerState): string => {
		const left = entries.map((entry) => matches(state, { ...entry, text: entry.text() }));
		const kinds = new Set(entries.filter((_, at) => left[at]).map(({ kind }) => kind));
		for (const [at, element] of elements.entries()) element.hidden = !left[at];
		for (const section of sections) section.hidden = !kinds.has(section.dataset['kind'] ?? '');
		const count = countInWords(left.filter(Boolean).length, entries.length);
		write(form, '[data-count]', count);
		return count;
	};

	const settle = (state: LedgerState, count: string): void => {
		write(form, '[data-said]', count);
		const hash = pointedAt(root)?.closest('[hidden]') ? '' : location.hash;
		const address = location.pathname + formatLedger(state) + hash;
		if (address !== location.pathname + location.search + location.hash) replace(address);
	};

	const choose = (): void => {
		const state = stateOf(form, choices);
		const count = show(state);
		clearTimeout(pause);
		pause = setTimeout(
			boundary.guard(() => settle(state, count)),
			PAUSE,
		);
	};

	/** Runs after an address change, which may name an entry that filters hide. */
	const arrive = (): void => {
		const target = pointedAt(root);
		if (!target?.closest('[hidden]')) return;
		form.reset();
		const state = stateOf(form, choices);
		settle(state, show(state));
		target.scrollIntoView();
	};

	for (const group of form.querySelectorAll('fieldset')) enable(boundary, group);
	const state = parseLedger(location.search, choices);
	fill(form, state);
	show(state);
	arrive();

	boundary.on(form, 'input change', choose);
	boundary.on(form, 'reset', () => requestAnimationFrame(boundary.guard(choose)));
	boundary.on(form, 'submit', (event) => {
		event.preventDefault();
		elements
			.find(({ hidden }) => !hidden)
			?.querySelector<HTMLElement>('h3 a')
			?.focus();
	});
	boundary.on(window, 'hashchange', arrive);
	const translated = new MutationObserver(
		boundary.guard(() => {
			if (stateOf(form, choices).q) choose();
		}),
	);
	for (const section of sections) translated.observe(section, { childList: true, characterData: true, subtree: true });
	boundary.undo(() => {
		translated.disconnect();
		clearTimeout(pause);
		for (const element of [...elements, ...sections]) element.hidden = false;
		write(form, '[data-count]', countInWords(entries.length, entries.length));
	});
}

function traitsOf(element: HTMLElement): Omit<Entry, 'text'> {
	const { entry = '', sources, actors, years, statuses, disputed } = element.dataset;
	return {
		kind: entry,
		sources: new Set(words(sources)),
		actors: new Set(words(actors)),
		years: new Set(words(years)),
		statuses: new Set(words(statuses)),
		disputed: disputed !== undefined,
	};
}

/**
 * The words of an entry and of the heading above it, folded: the original ones, and the current ones if a translation has
 * replaced them. Read each time, and folded again only if they changed.
 */
function wordsOf(element: HTMLElement): () => string {
	const heading = element.closest('section')?.querySelector('h2') ?? null;
	const read = (): string => `${heading?.textContent ?? ''} ${element.textContent}`;
	const first = read();
	const foldedFirst = folded(first);
	let now = first;
	let all = foldedFirst;
	return () => {
		const words = read();
		if (words !== now) all = words === first ? foldedFirst : `${foldedFirst} ${folded(words)}`;
		now = words;
		return all;
	};
}

function choicesOf(form: HTMLFormElement): Choices {
	const values = (name: string): ReadonlySet<string> =>
		new Set([...form.querySelectorAll<HTMLOptionElement>(`select[name="${name}"] option`)].map(({ value }) => value));
	const [kind, source, actor, year, status] = FILTERS.map(values);
	const none = new Set<string>();
	return {
		kind: kind ?? none,
		source: source ?? none,
		actor: actor ?? none,
		year: year ?? none,
		status: status ?? none,
	};
}

/** The state of the form, by the same rules as that of an address. */
function stateOf(form: HTMLFormElement, choices: Choices): LedgerState {
	const fields = [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
	return parseLedger(new URLSearchParams(fields).toString(), choices);
}

function fill(form: HTMLFormElement, state: LedgerState): void {
	for (const name of ['q', ...FILTERS] as const) {
		const control = form.elements.namedItem(name);
		if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = state[name];
	}
	const box = form.elements.namedItem('disputed');
	if (box instanceof HTMLInputElement) box.checked = state.disputed;
}

function write(form: HTMLFormElement, places: string, text: string): void {
	for (const place of form.querySelectorAll(places)) place.textContent = text;
}

/** Replaces the address without adding to the history. */
function replace(address: string): void {
	try {
		history.replaceState(history.state, '', address);
	} catch {
		// In a sandboxed frame, or after too many changes a minute, the address stays; the results are shown all the
		// same.
	}
}
