import jsonld from 'jsonld';
import { beforeAll, expect, test } from 'vitest';
import { annotations } from '#lib/export/annotations.ts';
import { webAnnotationContext } from '#lib/export/annotation-context.ts';
import type { Story } from '#lib/model/story.ts';
import { hostile, story } from './compiled.ts';

const base = 'https://example.org/under/a/path/data/annotations.jsonld';
const oa = 'http://www.w3.org/ns/oa#';
const options = {
	base,
	documentLoader: (address: string) =>
		address === 'http://www.w3.org/ns/anno.jsonld'
			? Promise.resolve({ contextUrl: null, document: webAnnotationContext, documentUrl: address })
			: Promise.reject(new Error(`no such context: ${address}`)),
};

/** The statements of a document: subject, predicate and object, as texts. */
async function statements(from: Story): Promise<string[][]> {
	const quads = await jsonld.toRDF(annotations(from), options);
	return quads.map(({ subject, predicate, object }) => [subject.value, predicate.value, object.value]);
}

let facts: string[][];
beforeAll(async () => {
	facts = await statements(story);
});

const objects = (subject: string, predicate: string): string[] =>
	facts.filter(([s, p]) => s === subject && p === predicate).map(([, , o]) => o ?? '');

test('an RDF reader finds every passage, with both selectors, at the article and the records that it bears on', () => {
	for (const { id, source, exact, printed, prefix, suffix, start, end, about } of story.annotations) {
		const subject = `${base}#${id}`;
		expect(objects(subject, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type')).toEqual([`${oa}Annotation`]);
		const [target = ''] = objects(subject, `${oa}hasTarget`);
		expect(objects(target, `${oa}hasSource`)).toEqual([`https://example.org/under/a/path/evidence/#${source}`]);
		const selectors = objects(target, `${oa}hasSelector`);
		const values = (term: string) => selectors.flatMap((selector) => objects(selector, oa + term));
		expect(values('exact').sort()).toEqual([...new Set([exact, printed])].sort());
		expect(values('prefix')).toEqual(prefix ? [prefix] : []);
		expect(values('suffix')).toEqual(suffix ? [suffix] : []);
		expect(values('start')).toEqual([String(start)]);
		expect(values('end')).toEqual([String(end)]);
		const bodies = objects(subject, `${oa}hasBody`).flatMap((body) =>
			objects(body, `${oa}hasSource`).map((record) => [
				record,
				...objects(body, 'http://purl.org/spar/cito/hasCitationCharacterization'),
			]),
		);
		expect(bodies.sort()).toEqual(
			about
				.map(({ record, stance }) => [
					`https://example.org/under/a/path/evidence/#${record}`,
					`http://purl.org/spar/cito/${stance}`,
				])
				.sort(),
		);
	}
});

test('the collection counts its passages and names its licence', () => {
	const subject = base;
	expect(objects(subject, 'http://www.w3.org/ns/activitystreams#totalItems')).toEqual([
		String(story.annotations.length),
	]);
	expect(objects(subject, 'http://purl.org/dc/terms/rights')).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
});

test('every key of the file is defined by the standard', async () => {
	const keys = new Set<string>();
	JSON.stringify(annotations(story), (key, value: unknown) => {
		if (key !== '' && !/^\d+$/.test(key)) keys.add(key);
		return key === '@context' ? undefined : value;
	});
	const known = new Set([...Object.keys(webAnnotationContext['@context']), '@context', 'stance', 'version']);
	expect([...keys].filter((key) => !known.has(key))).toEqual([]);
	expect(await jsonld.expand(annotations(story), options)).toHaveLength(1);
});

test('hostile words pass through unharmed', async () => {
	facts = await statements(hostile);
	const exact = facts.filter(([, predicate]) => predicate === `${oa}exact`).map(([, , object]) => object);
	const words = hostile.annotations.flatMap((annotation) => [...new Set([annotation.exact, annotation.printed])]);
	expect(exact.sort()).toEqual(words.sort());
});
