/** The only door from pages to the compiled story. Each export is one page's slice. */
import story from 'virtual:story';
import { evidenceEntries } from './evidence.ts';

/** Everything that the story page draws from. */
export const storyPage = () => story;

/** What the evidence panel shows, by record id. */
export const evidenceRecords = () => Object.fromEntries(evidenceEntries(story).map((entry) => [entry.id, entry]));

/** Every record with its passages, in the order of the ledger. */
export const evidenceLedger = () => evidenceEntries(story);
