import type { Contact, ContactStatus } from '#lib/model/records.ts';

const statuses: readonly ContactStatus[] = ['confirmed', 'reported', 'alleged', 'proposed', 'denied'];

/** The statuses that occur among the contacts, from the firmest to the least. */
export function statusesIn(contacts: readonly Contact[]): ContactStatus[] {
	return statuses.filter((status) => contacts.some((contact) => contact.status === status));
}
