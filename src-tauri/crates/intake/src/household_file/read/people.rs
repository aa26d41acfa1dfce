//! The household's members, vendors and the people there.

use holdfast_domain::{Contact, ContactId, Member, MemberId, Vendor, VendorChannel, VendorId};

use super::object::Object;
use super::{Ids, Keys};

pub(super) fn member(object: &Object<'_>, id: MemberId) -> Option<Member> {
    object.only(&["key", "name", "address", "email", "phone"]);
    object.required_raw("key");
    let name = object.name("name");
    let address = object.lines("address");
    let email = object.maybe_line("email");
    let phone = object.maybe_line("phone");
    Some(Member { id, name: name?, address, email, phone })
}

pub(super) fn vendor(object: &Object<'_>, id: VendorId, ids: &mut Ids<'_>) -> Option<Vendor> {
    object.only(&["key", "name", "kind", "address", "country", "channels", "known_as"]);
    object.required_raw("key");
    let name = object.name("name");
    let kind = object.word("kind");
    let address = object.lines("address");
    let country = object.maybe_name("country");
    let channels = object.maybe_objects("channels");
    let channels = channels.iter().filter_map(|channel| vendor_channel(channel, ids)).collect();
    let known_as = object.names("known_as");
    Some(Vendor { id, name: name?, kind: kind?, address, country, channels, known_as })
}

fn vendor_channel(object: &Object<'_>, ids: &mut Ids<'_>) -> Option<VendorChannel> {
    object.only(&["kind", "value", "label"]);
    let kind = object.word("kind");
    let value = object.line("value");
    let label = object.maybe_line("label");
    Some(VendorChannel { id: ids.of(object), kind: kind?, value: value?, label })
}

pub(super) fn contact(object: &Object<'_>, id: ContactId, keys: &Keys<'_>) -> Option<Contact> {
    object.only(&["key", "vendor", "name", "job", "department", "phone", "email", "supervisor"]);
    object.required_raw("key");
    let vendor = object.reference("vendor", "vendor", &keys.vendors);
    let name = object.name("name");
    let job = object.maybe_name("job");
    let department = object.maybe_name("department");
    let phone = object.maybe_line("phone");
    let email = object.maybe_line("email");
    let supervisor = object.maybe_reference("supervisor", "contact", &keys.contacts);
    Some(Contact { id, vendor: vendor?, name: name?, job, department, phone, email, supervisor })
}
