/** A browser of any engine, with the functions that the scenarios need. */

export type Engine = 'Chromium' | 'Firefox' | 'WebKit';

export const ENGINES: readonly Engine[] = ['Chromium', 'Firefox', 'WebKit'];

export type Key = 'ArrowRight' | 'ArrowLeft' | 'ArrowDown' | 'ArrowUp' | 'Home' | 'End' | 'Enter' | 'Escape' | 'Tab';

/** What a reader has set in the browser itself. */
export interface Settings {
	/** False: scripts are switched off in the browser. Tests still look into its pages. */
	readonly scripts?: boolean;
	/** Whether the reader prefers reduced motion. */
	readonly calm?: boolean;
}

export interface Driver {
	/** Goes to a page, and comes back once it has loaded. */
	open(address: string): Promise<void>;
	/**
	 * Runs a function in the page, or in the frame that a selector finds there. It may use nothing from outside itself;
	 * what it takes and gives is JSON.
	 */
	run<T>(body: () => T, frame?: string): Promise<T>;
	run<T, A>(body: (argument: A) => T, frame: string | undefined, argument: A): Promise<T>;
	/** Brings an element into view and presses the mouse in its middle. */
	click(selector: string): Promise<void>;
	key(key: Key): Promise<void>;
	/** Makes the page this wide and high, in CSS pixels. WebKit's window is never narrower than 447. */
	size(width: number, height: number): Promise<void>;
	/** The page as it is seen, a PNG. */
	screenshot(): Promise<Uint8Array>;
	/** Ends the browser and everything that was started for it. */
	close(): Promise<void>;
}
