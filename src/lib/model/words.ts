/** Words that follow from a record wherever it is shown. */
import type { Annotation, Contact, Id, Quotation, Tie } from './records.ts';
import type { Position, PositionKind, Voice } from './questions.ts';
import { listInWords } from './text.ts';

/** The words, with an ellipsis at an end that is cut off within a sentence; without quotation marks. */
export function shown({ exact, clipped }: Pick<Annotation, 'exact' | 'clipped'>): string {
	return `${clipped.includes('start') ? '…' : ''}${exact}${clipped.includes('end') ? '…' : ''}`;
}

/** "Newsweek called Kislyak “the most radioactive man in Washington”"; without a lead "Mark Galeotti: “…”". */
export function quotationInWords(
	quotation: Pick<Quotation, 'exact' | 'clipped' | 'lead'>,
	speaker: string,
	words = shown(quotation),
): string {
	return `${speaker}${quotation.lead ? ` ${quotation.lead}` : ':'} “${words}”`;
}

/** Whether the answer belongs to somebody whom the article quotes or reports. */
export function isQuoted({ voice }: Pick<Position, 'voice'>): boolean {
	return voice.length > 0 && !voice.includes('article');
}

/** "its own", "Sergey Kislyak", "BuzzFeed and NBC News", "somebody not named"; empty if it is silent. */
export function voiceInWords(voice: Voice, names: ReadonlyMap<Id, string>): string {
	const named = voice.map((one) =>
		one === 'article' ? 'its own' : one === 'unnamed' ? 'somebody not named' : (names.get(one) ?? one),
	);
	return listInWords(named);
}

const answers: Readonly<Record<Exclude<PositionKind, 'silent'>, readonly [own: string, quoted: string]>> = {
	affirms: ['affirms', 'a yes'],
	denies: ['denies', 'a denial'],
	differs: ['answers differently', 'another answer'],
	qualifies: ['qualifies', 'a qualified answer'],
};

/** "Vox affirms", "The Moscow Times gives a denial by Sergey Kislyak", "Vox is silent". */
export function stanceInWords(
	{ position, voice }: Pick<Position, 'position' | 'voice'>,
	label: string,
	names: ReadonlyMap<Id, string>,
): string {
	if (position === 'silent') return `${label} is silent`;
	const [own, quoted] = answers[position];
	return isQuoted({ voice }) ? `${label} gives ${quoted} by ${voiceInWords(voice, names)}` : `${label} ${own}`;
}

/** "It also gives a denial by Sergey Kislyak."; empty if it has no other answer. */
export function carriedInWords({ carries }: Pick<Position, 'carries'>, names: ReadonlyMap<Id, string>): string {
	return carries
		.map(({ position, voice }) => `It also gives ${answers[position][1]} by ${voiceInWords(voice, names)}.`)
		.join(' ');
}

/** "known since 26 May 2017"; "known by 27 June 2017" if that is the date of the article itself. */
export function knownInWords({ known: { edtf, basis, words } }: Contact): string {
	const isArticles = /^\d{4}-\d\d-\d\d$/.test(edtf) && basis.startsWith('inferred from the article');
	return isArticles ? `known by ${words}` : `known since ${words}`;
}

/** The outcome of a tie, with the article's own word if it says more: "cut (seized)". */
export function outcomeInWords({ outcome, ended }: Tie): string {
	const what = outcome === 'ended in dispute' ? 'ended, why is disputed' : outcome;
	return ended === null || ended === outcome ? what : `${what} (${ended})`;
}
