/** The compiler's output, sorted and JSON-safe: everything that the pages draw from. Types only. */
import type { Copy } from './copy.ts';
import type { Correction, Method, Newsroom } from './method.ts';
import type { Subject } from './subject.ts';
import type { Actor, Annotation, Contact, Era, Event, Figure, Id, Kind, Quotation, Source, Tie } from './records.ts';
import type { Position, Question } from './questions.ts';

/** A position in a drawing, 0–1 of its width and height. */
export interface Place {
	readonly x: number;
	readonly y: number;
}

export interface Story {
	readonly subject: Subject;
	readonly copy: Copy;
	readonly sources: readonly Source[];
	readonly actors: readonly Actor[];
	/** Sorted by earliest day, then id; so are ties and contacts. */
	readonly events: readonly Event[];
	readonly ties: readonly Tie[];
	readonly contacts: readonly Contact[];
	readonly questions: readonly Question[];
	readonly positions: readonly Position[];
	readonly quotations: readonly Quotation[];
	readonly figures: readonly Figure[];
	/** Sorted by source, then place. */
	readonly annotations: readonly Annotation[];
	readonly eras: readonly Era[];
	/** The position of each contact and each participant in the network. */
	readonly network: Readonly<Record<Id, Place>>;
	readonly kinds: Readonly<Record<Id, Kind>>;
	readonly report: Report;
	readonly method: Method;
	/** Newest first. */
	readonly corrections: readonly Correction[];
	readonly newsroom: Newsroom;
}

/** Where one row of a coding went. */
export interface Accounted {
	/** `a.E01`: coder and row. */
	readonly row: string;
	readonly fate: 'taken' | 'merged' | 'left out';
	readonly record: Id | null;
	readonly why: string | null;
}

/** Counts for the editor who compiles and for the method page. */
export interface Report {
	readonly counts: Readonly<Record<Kind | 'annotation' | 'step' | 'word', number>>;
	/** Share (0–1) of events that rest on one source. */
	readonly singleSource: number;
	/** Share (0–1) per source. */
	readonly quoted: Readonly<Record<Id, number>>;
	readonly accounted: readonly Accounted[];
	/** Annotations proved against the fingerprints, and against the originals if present. */
	readonly verified: { readonly fingerprint: number; readonly original: number };
}

/** `file:line:column code message`; the message says what to write instead. */
export interface Diagnostic {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly code: string;
	readonly message: string;
}
