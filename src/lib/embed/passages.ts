import type { Records } from '#lib/behaviours/evidence/evidence.ts';
import { words } from '#lib/behaviours/charts/show.ts';
import type { EvidenceEntry, Passage } from '#lib/model/evidence.ts';
import type { Kind, Stance } from '#lib/model/records.ts';

/** The records that a page holds, as `Passages.svelte` writes them: an embed has to ask no host for them. */
export function recordsIn(root: ParentNode): Records {
	return Object.fromEntries(
		[...root.querySelectorAll<HTMLElement>('[data-record]')].map((part) => [idOf(part), entry(part)]),
	);
}

const idOf = ({ dataset }: HTMLElement): string => dataset['record'] ?? '';

/** The words of a part, without its marks of punctuation, which styles add. */
const slotText = (place: ParentNode, name: string): string =>
	place.querySelector(`[data-said="${name}"]`)?.textContent.trim() ?? '';

function entry(part: HTMLElement): EvidenceEntry {
	return {
		id: idOf(part),
		formerly: words(part.dataset['formerly']),
		kind: (part.dataset['kind'] ?? 'event') as Kind,
		title: slotText(part, 'title'),
		date: slotText(part, 'date'),
		basis: slotText(part, 'basis'),
		status: slotText(part, 'status'),
		support: slotText(part, 'support'),
		dispute: slotText(part, 'dispute'),
		passages: [...part.querySelectorAll<HTMLElement>('[data-passage]')].map((passage): Passage => ({
			source: slotText(passage, 'source'),
			genre: slotText(passage, 'genre'),
			published: slotText(passage, 'published'),
			place: slotText(passage, 'place'),
			stance: (passage.dataset['passage'] ?? 'supports') as Stance,
			exact: slotText(passage, 'exact'),
		})),
	};
}
