import type { Contact, ContactStatus } from '#lib/model/records.ts';

const statuses: readonly ContactStatus[] = ['confirmed', 'reported', 'alleged', 'proposed', 'denied'];

/** The statuses among the contacts, from most to least certain. */
export function statusesIn(contacts: readonly Contact[]): ContactStatus[] {
	return statuses.filter((status) => contacts.some((contact) => contact.status === status));
}
