/** What is heard of, by type; types may also be listed, separated by spaces. */
interface Heard {
	readonly click: MouseEvent;
	readonly keydown: KeyboardEvent;
	readonly pointerdown: PointerEvent;
	readonly pointermove: PointerEvent;
	readonly pointerover: PointerEvent;
	readonly message: MessageEvent<unknown>;
	readonly [others: string]: Event;
}

/** What a behaviour holds while it runs. Everything that it takes here is given back together. */
export interface Door {
	/** Listens until the behaviour is undone. A throw of the listener undoes the behaviour. */
	on<T extends keyof Heard & string>(target: EventTarget, types: T, listener: (event: Heard[T]) => void): void;
	/** The same function, safe to hand to an observer, a frame or a promise: silent once undone, its throw caught. */
	guard<A extends unknown[]>(run: (...args: A) => void): (...args: A) => void;
	/** Gives something back when the behaviour is undone; last taken, first returned. */
	undo(give: () => void): void;
}

/**
 * Runs a behaviour behind its own door: where it throws, at once or in a listener later, it is undone and the finished
 * document stays as it was. Nothing is reported, because the reader has lost nothing that the document says.
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

/**
 * Runs a behaviour for each of what is found, each behind a door of its own: where it throws for one, that one is undone
 * and the others live.
 */
export function behindEach<T>(find: () => Iterable<T>, behaviour: (door: Door, item: T) => void): () => void {
	return behind((door) => {
		for (const item of find()) door.undo(behind((own) => behaviour(own, item)));
	});
}

/** Makes a control usable that the page holds back until its script is there; undone, it is held back again. */
export function enable(door: Door, control: HTMLElement): void {
	for (const held of ['disabled', 'hidden']) {
		if (!control.hasAttribute(held)) continue;
		control.removeAttribute(held);
		door.undo(() => control.setAttribute(held, ''));
	}
}
