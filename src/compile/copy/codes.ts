/** What can be wrong with the copy: the list of codes. */
import type { Spot } from '#compile/diagnostic.ts';

/** One code a problem; `tests/compile/copy/samples` holds a folder for each. */
export const copyCodes = [
	'copy-too-large',
	'copy-not-plain',
	'copy-skip-unpaired',
	'copy-line-unsure',
	'copy-unknown-block',
	'copy-stray-line',
	'copy-unclosed-block',
	'copy-repeated-field',
	'copy-missing-field',
	'copy-missing-description',
	'copy-unknown-chart',
	'copy-unknown-frame',
	'copy-first-frame',
	'copy-id-shape',
	'copy-duplicate-id',
	'copy-id-taken',
	'copy-step-before-chapter',
	'copy-empty-chapter',
	'copy-empty-step',
	'copy-chart-without-words',
	'copy-chart-without-steps',
	'copy-source-without-words',
	'copy-unknown-word',
	'copy-unclosed-bracket',
	'copy-unclosed-brace',
	'copy-empty-link',
	'copy-dangling-record',
	'copy-pull-not-quotation',
	'copy-dangling-figure',
	'copy-count-shape',
	'copy-typed-number',
	'copy-number-unfounded',
	'copy-date-unhedged',
	'copy-quotation-unfounded',
	'copy-sentence-without-evidence',
	'copy-focus-mark',
	'copy-focus-not-drawn',
	'copy-own-unchecked',
	'copy-own-shape',
	'copy-own-false',
	'copy-not-a-name',
	'copy-outside-link',
	'copy-page-unknown',
	'copy-guilt',
	'copy-markup',
	'copy-long-sentence',
	'copy-claim-shape',
	'copy-claim-weak',
] as const;

type CopyCode = (typeof copyCodes)[number];

/** Reports one problem; every phase takes one and goes on after calling it. */
export type TellCopy = (spot: Spot, code: CopyCode, message: string) => void;
