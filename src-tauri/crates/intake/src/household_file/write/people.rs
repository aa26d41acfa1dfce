//! Members, vendors and the people there.

use holdfast_domain::{Contact, Member, Vendor};

use super::Keys;
use super::value::{Fields, Value};

pub(super) fn member(member: &Member, keys: &Keys) -> Value {
    Fields::new()
        .text("key", keys.members.key(member.id))
        .text("name", &member.name)
        .maybe_texts("address", &member.address)
        .maybe_text("email", member.email.as_ref())
        .maybe_text("phone", member.phone.as_ref())
        .object()
}

pub(super) fn vendor(vendor: &Vendor, keys: &Keys) -> Value {
    let channels = vendor.channels.iter().map(|channel| {
        Fields::new()
            .text("kind", channel.kind)
            .text("value", &channel.value)
            .maybe_text("label", channel.label.as_ref())
            .object()
    });
    Fields::new()
        .text("key", keys.vendors.key(vendor.id))
        .text("name", &vendor.name)
        .text("kind", vendor.kind)
        .maybe_texts("address", &vendor.address)
        .maybe_text("country", vendor.country.as_ref())
        .maybe_list("channels", channels)
        .maybe_texts("known_as", &vendor.known_as)
        .object()
}

pub(super) fn contact(contact: &Contact, keys: &Keys) -> Value {
    Fields::new()
        .text("key", keys.contacts.key(contact.id))
        .text("vendor", keys.vendors.key(contact.vendor))
        .text("name", &contact.name)
        .maybe_text("job", contact.job.as_ref())
        .maybe_text("department", contact.department.as_ref())
        .maybe_text("phone", contact.phone.as_ref())
        .maybe_text("email", contact.email.as_ref())
        .maybe_text("supervisor", contact.supervisor.map(|id| keys.contacts.key(id)))
        .object()
}
