/** Invented questions, and the positions of three invented articles. */
import type { AccountsSlice } from '#lib/charts/accounts/geometry.ts';
import type { Position, Question, PositionKind } from '#lib/model/questions.ts';
import { actors, sources } from '#tests/charts/fixtures.ts';

const evidenced = { evidence: [], sources: [], qualifiedBy: [], disputedBy: [] };
const answers: Readonly<Record<string, readonly PositionKind[]>> = {
	'was-recalled': ['affirms', 'qualifies', 'silent'],
	'was-physicist': ['affirms', 'denies', 'silent'],
	'was-polite': ['denies', 'silent', 'silent'],
};

const questions: Question[] = Object.keys(answers).map((id) => ({
	...{
		id,
		question: `Invented: ${id.replaceAll('-', ' ')}, so it is asked here at some length?`,
		short: id.replace('-', ' '),
	},
	...{ dispute: 'They differ.', about: [], positions: sources.map((source) => `${id}--${source.id}`), ...evidenced },
}));

const positions: Position[] = questions.flatMap((question) =>
	sources.map((source, index): Position => {
		const position = answers[question.id]?.[index] ?? 'silent';
		const says = position === 'silent' ? '' : `It ${position}.`;
		return {
			id: `${question.id}--${source.id}`,
			question: question.id,
			source: source.id,
			position,
			// Denials come from people whom the article quotes.
			voice: position === 'silent' ? [] : position === 'denies' ? ['arcadia'] : ['article'],
			carries: [],
			says,
			...evidenced,
		};
	}),
);

export const accounts: AccountsSlice = { questions, positions, sources, actors };
