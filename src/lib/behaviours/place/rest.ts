import type { ErrorBoundary } from '#lib/behaviours/error-boundary.ts';

/** Acts when something that happens many times a second has not happened for a while. */
export interface Rest {
	/** To be called each time it happens: costs nothing while the timer runs. */
	readonly note: () => void;
	/** Forgets what has been noted. */
	readonly cancel: () => void;
}

/** @param delay milliseconds without a call of `note` after which `act` runs */
export function afterRest(boundary: ErrorBoundary, delay: number, act: () => void): Rest {
	let timer = 0;
	let last = 0;
	const look = boundary.guard(() => {
		const left = last + delay - performance.now();
		timer = left > 0 ? window.setTimeout(look, left) : 0;
		if (timer === 0) act();
	});
	const cancel = (): void => {
		clearTimeout(timer);
		timer = 0;
	};
	boundary.undo(cancel);
	return {
		note: () => {
			last = performance.now();
			timer ||= window.setTimeout(look, delay);
		},
		cancel,
	};
}
