/** Events by type; several types may be listed, separated by spaces. */
interface EventMap {
	readonly click: MouseEvent;
	readonly keydown: KeyboardEvent;
	readonly pointerdown: PointerEvent;
	readonly pointermove: PointerEvent;
	readonly pointerover: PointerEvent;
	readonly message: MessageEvent<unknown>;
	readonly [others: string]: Event;
}

/** What a behaviour takes while it runs. All of it is given back together. */
export interface ErrorBoundary {
	/** Adds a listener until the behaviour is undone. If the listener throws, the behaviour is undone. */
	on<T extends keyof EventMap & string>(target: EventTarget, types: T, listener: (event: EventMap[T]) => void): void;
	/**
	 * Wraps a function for an observer, a frame or a promise: it does nothing once the behaviour is undone, and its
	 * errors are caught.
	 */
	guard<A extends unknown[]>(run: (...args: A) => void): (...args: A) => void;
	/** Registers a callback for when the behaviour is undone; callbacks run in reverse order. */
	undo(callback: () => void): void;
}

/**
 * Runs a behaviour in an error boundary: if it throws, at once or later in a listener, it is undone and the document
 * stays as it was. Nothing is reported, because the reader loses no content.
 * @returns its undo, which may be called twice
 */
export function runInBoundary(behaviour: (boundary: ErrorBoundary) => void): () => void {
	const listening = new AbortController();
	const callbacks: (() => void)[] = [];
	const close = (): void => {
		listening.abort();
		for (const callback of callbacks.splice(0).reverse()) attempt(callback);
	};
	const attempt = (run: () => void): boolean => {
		try {
			run();
			return true;
		} catch {
			return false;
		}
	};
	const guard: ErrorBoundary['guard'] =
		(run) =>
		(...args) => {
			if (!listening.signal.aborted && !attempt(() => run(...args))) close();
		};
	const boundary: ErrorBoundary = {
		guard,
		on(target, types, listener) {
			const guarded = guard<[Event]>(listener);
			for (const type of types.split(' ')) target.addEventListener(type, guarded, { signal: listening.signal });
		},
		undo(callback) {
			callbacks.push(callback);
		},
	};
	guard(() => behaviour(boundary))();
	return close;
}

/** Runs a behaviour for each item found, each in an error boundary of its own: an error undoes that one only. */
export function runEachInBoundary<T>(
	find: () => Iterable<T>,
	behaviour: (boundary: ErrorBoundary, item: T) => void,
): () => void {
	return runInBoundary((boundary) => {
		for (const item of find()) boundary.undo(runInBoundary((own) => behaviour(own, item)));
	});
}

/** Enables a control that the page disables without the script; undoing disables it again. */
export function enable(boundary: ErrorBoundary, control: HTMLElement): void {
	for (const held of ['disabled', 'hidden']) {
		if (!control.hasAttribute(held)) continue;
		control.removeAttribute(held);
		boundary.undo(() => control.setAttribute(held, ''));
	}
}
