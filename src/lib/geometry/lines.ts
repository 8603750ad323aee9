/** Breaks a short label into lines of about the same length, at spaces; at most `limit` characters where words allow. */
export function balancedLines(text: string, limit: number): string[] {
	const words = text.split(' ');
	const count = Math.ceil(text.length / limit);
	const target = text.length / count;
	const lines: string[] = [];
	for (const word of words) {
		const last = lines.at(-1);
		const fits = last !== undefined && last.length + 1 + word.length <= limit;
		const better = last !== undefined && last.length + (1 + word.length) / 2 <= target;
		if (fits && (better || lines.length === count)) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}
