/** The provenance of an export as W3C PROV-JSON: seeds, commit, build and software. */
import type { Built } from '#bundles/built.ts';

type Statements = Record<string, Record<string, unknown>>;

const typed = ($: string, type: string) => ({ $, type });

/** PROV-JSON of a build. Names are `story:` and what follows; `story:seed/events.yaml`. */
export function prov({ story, version, data, commit, date, inputs }: Built): unknown {
	const [build, site, edition] = [`story:build/${version}`, `story:site/${version}`, `story:data/${data.version}`];
	const name = story.subject.names.bundles;
	const software = `story:software/${name}`;
	const seeds = [...inputs].map(([path, sha256]) => ({ id: `story:${path}`, label: path, sha256 }));
	const articles = story.sources.map(({ id, label, sha256 }) => ({ id: `story:article/${id}`, label, sha256 }));
	const ended = typed(date.toISOString(), 'xsd:dateTime');
	const entity: Statements = {
		...Object.fromEntries(
			seeds.map(({ id, label, sha256 }) => [
				id,
				{ 'prov:label': label, 'prov:type': 'story:Seed', 'story:sha256': sha256 },
			]),
		),
		...Object.fromEntries(
			articles.map(({ id, label, sha256 }) => [
				id,
				{ 'prov:label': label, 'prov:type': 'story:Article', 'story:sha256-of-normalised-text': sha256 },
			]),
		),
		...(commit === null ? {} : { [`story:commit/${commit}`]: { 'prov:label': commit, 'prov:type': 'story:Commit' } }),
		[edition]: { 'prov:label': `Data ${data.version}`, 'prov:type': 'story:Data', 'story:sha256': data.sha256 },
		[site]: { 'prov:label': story.copy.title, 'prov:type': 'story:Site', 'story:version': version },
	};
	const used = [...seeds.map(({ id }) => id), ...(commit === null ? [] : [`story:commit/${commit}`])];
	const numbered = (name: string, all: readonly Record<string, unknown>[]): Statements =>
		Object.fromEntries(all.map((statement, at) => [`_:${name}${String(at + 1)}`, statement]));
	return {
		prefix: { story: `urn:${name}:`, xsd: 'http://www.w3.org/2001/XMLSchema#' },
		entity,
		activity: { [build]: { 'prov:label': `Build ${version}`, 'prov:endTime': ended } },
		agent: {
			[software]: {
				'prov:label': `${name}, its compiler and build`,
				'prov:type': typed('prov:SoftwareAgent', 'xsd:QName'),
			},
		},
		wasAssociatedWith: numbered('association', [{ 'prov:activity': build, 'prov:agent': software }]),
		used: numbered(
			'use',
			used.map((id) => ({ 'prov:activity': build, 'prov:entity': id })),
		),
		wasGeneratedBy: numbered(
			'making',
			[edition, site].map((id) => ({ 'prov:entity': id, 'prov:activity': build, 'prov:time': ended })),
		),
		wasDerivedFrom: numbered('derivation', [
			{ 'prov:generatedEntity': site, 'prov:usedEntity': edition, 'prov:activity': build },
			...seeds.map(({ id }) => ({ 'prov:generatedEntity': edition, 'prov:usedEntity': id, 'prov:activity': build })),
			...articles.map(({ id }) => ({
				'prov:generatedEntity': `story:seeds/sources/${id.split('/').pop() ?? ''}.yaml`,
				'prov:usedEntity': id,
			})),
		]),
	};
}
