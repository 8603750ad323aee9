import { evidenceLedger } from '#lib/server/story.ts';

export const load = () => ({ entries: evidenceLedger() });
