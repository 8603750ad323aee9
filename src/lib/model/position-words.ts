import type { Position, Voice, PositionKind } from './questions.ts';
import type { Id } from './records.ts';
import { listInWords } from './text.ts';

/** Whether the answer belongs to somebody whom the article quotes or reports. */
export function isQuoted({ voice }: Pick<Position, 'voice'>): boolean {
	return voice.length > 0 && !voice.includes('article');
}

/** The kinds of answer that an article gives: first its position, then others of those whom it quotes. */
export function answersIn({ position, carries }: Pick<Position, 'position' | 'carries'>): PositionKind[] {
	return [...new Set([position, ...carries.map((carried) => carried.position)])];
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
