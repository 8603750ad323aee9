/** The former URLs of the dossier in `tests/dossier`, and where each leads now. */
export const FORMER = {
	pages: { 'how-it-was-read/': 'method/', 'about/the-ferry/': '#the-ferry' },
	chapters: { 'chapter-letters': 'chapter-contacts' },
	steps: { 'the-supper': 'the-dinner', 'the-inn': 'the-dinner' },
	charts: { letters: 'contacts' },
} as const;
