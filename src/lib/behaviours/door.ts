/** Events by type; several types may be listed, separated by spaces. */
interface Heard {
	readonly click: MouseEvent;
	readonly keydown: KeyboardEvent;
	readonly pointerdown: PointerEvent;
	readonly pointermove: PointerEvent;
	readonly pointerover: PointerEvent;
	readonly message: MessageEvent<unknown>;
	readonly [others: string]: Event;
}

/** What a behaviour takes while it runs. All of it is given back together. */
export interface Door {
	/** Adds a listener until the behaviour is undone. If the listener throws, the behaviour is undone. */
	on<T extends keyof Heard & string>(target: EventTarget, types: T, listener: (event: Heard[T]) => void): void;
	/**
	 * Wraps a function for an observer, a frame or a promise: it does nothing once the behaviour is undone, and its
	 * errors are caught.
	 */
	guard<A extends unknown[]>(run: (...args: A) => void): (...args: A) => void;
	/** Registers a callback for when the behaviour is undone; callbacks run in reverse order. */
	undo(give: () => void): void;
}

/**
 * Runs a behaviour in an error boundary: if it throws, at once or later in a listener, it is undone and the document
 * stays as it was. Nothing is reported, because the reader loses no content.
 * @returns its undo, which may be called twice
 */
export function behind(behaviour: (door: Door) => void): () => void {
	const listening = new AbortController();
	const gives: (() => void)[] = [];
	const close = (): void => {
		listening.abort();
		for (const give of gives.splice(0).reverse()) attempt(give);
	};
	const attempt = (run: () => void): boolean => {
		try {
			run();
			return true;
		} catch {
			return false;
		}
	};
	const guard: Door['guard'] =
		(run) =>
		(...args) => {
			if (!listening.signal.aborted && !attempt(() => run(...args))) close();
		};
	const door: Door = {
		guard,
		on(target, types, listener) {
			const guarded = guard<[Event]>(listener);
			for (const type of types.split(' ')) target.addEventListener(type, guarded, { signal: listening.signal });
		},
		undo(give) {
			gives.push(give);
		},
	};
	guard(() => behaviour(door))();
	return close;
}

/** Runs a behaviour for each item found, each in an error boundary of its own: an error undoes that one only. */
export function behindEach<T>(find: () => Iterable<T>, behaviour: (door: Door, item: T) => void): () => void {
	return behind((door) => {
		for (const item of find()) door.undo(behind((own) => behaviour(own, item)));
	});
}

/** Enables a control that the page disables without the script; undoing disables it again. */
export function enable(door: Door, control: HTMLElement): void {
	for (const held of ['disabled', 'hidden']) {
		if (!control.hasAttribute(held)) continue;
		control.removeAttribute(held);
		door.undo(() => control.setAttribute(held, ''));
	}
}
