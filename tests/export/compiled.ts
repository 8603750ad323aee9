/** This project's own story, compiled once, and the same with texts that programs might take for something else. */
import { compile } from '#compile/compile.ts';
import { readInput } from '#compile/read.ts';
import type { Story } from '#lib/model/story.ts';
import { root } from '#tests/compile/project.ts';

const { story: compiled } = compile(readInput(root));
if (!compiled) throw new Error('the seeds contain errors: npm run seeds');

export const story: Story = compiled;

/** Texts that a spreadsheet, XML, JSON in HTML or a CSV parser might trip over. */
export const hostileTexts = [
	'=HYPERLINK("http://example.org","x")',
	'+1+1',
	'-1-1',
	'@SUM(A1)',
	'\tindented',
	'\rreturned',
	"'quoted",
	'"quoted", with a comma',
	'two\nlines',
	'a;b',
	'</script><script>alert(1)</script>',
	']]>&amp;<!--',
	'Кисляк \u2028 \u{1F600}',
];

/** The story with each event's and each contact's title, and each passage, replaced by one of the hostile texts in turn. */
export const hostile: Story = {
	...story,
	events: story.events.map((event, i) => ({ ...event, title: hostileText(i), settled: hostileText(i + 1) })),
	contacts: story.contacts.map((contact, i) => ({
		...contact,
		title: hostileText(i),
		topics: [{ topic: hostileText(i), status: 'reported' }],
	})),
	actors: story.actors.map((actor, i) => ({ ...actor, name: hostileText(i), spellings: [hostileText(i), 'plain'] })),
	annotations: story.annotations.map((annotation, i) => ({ ...annotation, exact: hostileText(i) })),
	quotations: story.quotations.map((quotation, i) => ({ ...quotation, exact: hostileText(i) })),
};

function hostileText(i: number): string {
	return hostileTexts[i % hostileTexts.length] ?? '';
}
