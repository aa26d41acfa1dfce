//! What a vendor's page shows.

use holdfast_app::wire::{Channel, Contact, VendorChannel};

use crate::support::Home;

#[test]
fn departments_are_those_of_people_and_a_channels_label_is_its_purpose() {
    let (home, _) = Home::with_dispute();
    let id = home.vendor();
    let mut vendor = home.app.vendor(&id).expect("it is there").vendor;
    vendor.channels.push(VendorChannel {
        id: None,
        kind: Channel::Phone,
        label: Some("Lost parcels".into()),
        value: "555-0142".into(),
    });
    home.app.save_vendor(&vendor).expect("accepted");
    let contact = Contact {
        id: None,
        vendor: id.clone(),
        name: "Rosa Lind".into(),
        job: None,
        department: Some("Returns".into()),
        phone: None,
        email: None,
        supervisor: None,
    };
    home.app.save_contact(&contact).expect("accepted");
    let page = home.app.vendor(&id).expect("it is there");
    assert_eq!(page.departments, ["Returns"], "what a number is for is no department");
    let label = page.vendor.channels[0].label.as_deref();
    assert_eq!(label, Some("Lost parcels"), "it stands with its channel");
}
