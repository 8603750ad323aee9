/** Our own declaration of what we use of scrollama 3.2: its published types name methods that it does not have. */
declare module 'scrollama' {
	export interface Scroller {
		/** Wipes the callbacks: set them after it. Marks each step with `data-scrollama-index`. */
		setup(options: { step: HTMLElement[]; offset: number }): Scroller;
		onStepEnter(callback: () => void): Scroller;
		onStepExit(callback: () => void): Scroller;
		/** Moves the trigger line, as a share (0–1) of the viewport's height, and measures everything afresh. */
		offset(share: number): Scroller;
		/** Disconnects the observers. */
		destroy(): Scroller;
	}
	export default function scrollama(): Scroller;
}
