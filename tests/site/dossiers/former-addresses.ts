/** The addresses that the small dossier in `tests/dossier` had before, and what each has become. */
export const FORMER = {
	pages: { 'how-it-was-read/': 'method/', 'about/the-ferry/': '#the-ferry' },
	chapters: { 'chapter-letters': 'chapter-contacts' },
	steps: { 'the-supper': 'the-dinner', 'the-inn': 'the-dinner' },
	charts: { letters: 'contacts' },
} as const;
