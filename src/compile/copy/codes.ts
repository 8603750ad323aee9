/** The codes of all diagnostics about the copy; `tests/compile/copy/samples` has a folder for each. */
import type { Spot } from '#compile/diagnostic.ts';

const ofCopy = [
	'copy-too-large',
	'copy-not-plain',
	'copy-skip-unpaired',
	'copy-unknown-block',
	'copy-stray-line',
	'copy-unclosed-block',
	'copy-repeated-field',
	'copy-missing-field',
	'copy-missing-description',
	'copy-language',
	'copy-unknown-chart',
	'copy-id-shape',
	'copy-duplicate-id',
	'copy-step-before-chapter',
	'copy-empty-chapter',
	'copy-empty-step',
	'copy-chart-without-words',
	'copy-chart-without-steps',
	'copy-unknown-word',
	'copy-unclosed-bracket',
	'copy-unclosed-brace',
	'copy-empty-link',
	'copy-typed-number',
	'copy-sentence-without-evidence',
	'copy-not-a-name',
	'copy-outside-link',
	'copy-guilt',
	'copy-markup',
	'copy-long-sentence',
] as const;

/** These can only be checked if all records of the seeds compiled. */
const ofRecords = [
	'copy-unknown-frame',
	'copy-first-frame',
	'copy-id-taken',
	'copy-source-without-words',
	'copy-dangling-record',
	'copy-pull-not-quotation',
	'copy-dangling-figure',
	'copy-count-shape',
	'copy-number-unfounded',
	'copy-date-unhedged',
	'copy-quotation-unfounded',
	'copy-focus-mark',
	'copy-focus-not-drawn',
	'copy-own-unchecked',
	'copy-own-shape',
	'copy-own-false',
	'copy-page-unknown',
	'copy-claim-shape',
	'copy-claim-weak',
] as const;

export const copyCodes = [...ofCopy, ...ofRecords];

type CopyCode = (typeof copyCodes)[number];

export const needsRecords = (code: string): boolean => ofRecords.some((one) => one === code);

/** Reports one problem and returns: every phase continues after a fault. */
export type CopyReporter = (spot: Spot, code: CopyCode, message: string) => void;
