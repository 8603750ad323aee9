import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { readInput } from '#compile/read.ts';
import { contactsGeometry } from '#lib/charts/contacts/geometry.ts';
import type { Story } from '#lib/model/story.ts';
import { dossier, SOURCES } from './dossier.ts';

const placed = (story: Story) => {
	const { nodes, links } = contactsGeometry(story);
	return { bars: nodes.filter(({ centre }) => !centre), links };
};

test.each([1, 4])('no line of a contact runs through the bar of somebody else, %i times over', (times) => {
	const { story } = compile(dossier(readInput('.'), times));
	if (!story) throw new Error('the dossier does not compile');
	expect(story.sources).toHaveLength(times * SOURCES);
	const { bars, links } = placed(story);
	const crossed = links.flatMap(({ contact, from, to, y }) =>
		bars
			.filter(({ actor }) => !contact.participants.includes(actor.id))
			.filter(({ at }) => from < at.x && at.x < to)
			.filter((bar) => Math.abs(y - bar.y) < bar.height / 2)
			.map(({ actor }) => `${contact.id} through ${actor.id}`),
	);
	expect(crossed).toEqual([]);
});

test('a line has no bar of somebody else beside its words, at twenty sources', () => {
	const { story } = compile(dossier(readInput('.'), 4));
	if (!story) throw new Error('the dossier does not compile');
	const { bars, links } = placed(story);
	const covered = links.flatMap(({ contact, words, y }) =>
		bars
			.filter(({ actor, half }) => half === words.half && !contact.participants.includes(actor.id))
			.filter(({ at }) => (words.half === 'left' ? at.x > words.x : at.x < words.x))
			.filter((bar) => Math.abs(y - bar.y) < bar.height / 2 + 14)
			.map(({ actor }) => `${contact.id} under ${actor.id}`),
	);
	expect(covered).toEqual([]);
});
