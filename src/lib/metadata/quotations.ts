import type { Story } from '#lib/model/story.ts';
import { quotationInWords, shown } from '#lib/model/words.ts';
import { agent, entry } from './article.ts';
import type { Thing } from './json-ld.ts';

/** Every quotation with its speaker and the article that has it; `root` is the site's address, seen from the page. */
export function quotations({ quotations: all, actors }: Pick<Story, 'quotations' | 'actors'>, root: string): Thing[] {
	const byId = new Map(actors.map((actor) => [actor.id, actor]));
	return all.flatMap((quotation) => {
		const { id, speaker, source, lead } = quotation;
		const actor = byId.get(speaker);
		if (!actor) return [];
		return {
			'@type': 'Quotation',
			'@id': entry(root, id),
			text: shown(quotation),
			// What the words are about, where they are cut off from their verb.
			...(lead ? { description: quotationInWords(quotation, actor.name) } : {}),
			spokenByCharacter: agent(root, actor),
			isPartOf: { '@id': entry(root, source) },
		};
	});
}
