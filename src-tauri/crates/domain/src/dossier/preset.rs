//! What each reader of a dossier gets unless the household says otherwise.

use super::DossierChoice;
use crate::{
    Dispute, DisputeId, DossierChoiceId, DossierPart, DossierReader, Party, Role, Vendor,
    VendorKind,
};

/// The parts that a reader does not get, and whether the exhibits themselves are within.
///
/// | reader    | left out | exhibits | why |
/// |-----------|----------|----------|-----|
/// | ombudsman | steps of the household | within | Judges the whole matter; what the household plans is no part of it. |
/// | vendor    | who helped, time limits, steps | index | Knows its own letters. Naming who helped inside could cost them; limits and plans are the household's own. |
/// | issuer    | all but summary, chronology, money | within | Decides on a payment: when, how much, and the proof. |
/// | court     | who helped, steps | within | Facts, terms and proof; a favour proves nothing, and a plan is no fact. |
/// | other     | nothing | index | Nobody in particular, as for the household itself. |
pub(super) fn of(reader: DossierReader) -> (&'static [DossierPart], bool) {
    use DossierPart::{Clocks, ContactLog, Helpers, Issues, NextSteps, People, Remedies};
    match reader {
        DossierReader::Ombudsman => (&[NextSteps], true),
        DossierReader::Vendor => (&[Helpers, NextSteps, Clocks], false),
        DossierReader::Issuer => {
            (&[People, Helpers, Issues, Remedies, NextSteps, ContactLog, Clocks], true)
        }
        DossierReader::Court => (&[Helpers, NextSteps], true),
        DossierReader::Other => (&[], false),
    }
}

impl DossierChoice {
    /// What a reader gets unless the household says otherwise: account numbers masked, on A4, no
    /// word covered.
    pub fn preset(id: DossierChoiceId, dispute: DisputeId, reader: DossierReader) -> Self {
        let (without, with_exhibits) = of(reader);
        Self {
            id,
            dispute,
            reader,
            recipient: None,
            without: without.to_vec(),
            leave_out: Vec::new(),
            show_accounts: false,
            us_letter: false,
            with_exhibits,
            covered: Vec::new(),
        }
    }
}

/// Whom a dossier of a reader is prepared for, as far as the dispute's parties tell.
pub fn dossier_recipient<'a>(
    reader: DossierReader,
    dispute: &Dispute,
    vendors: &'a [Vendor],
) -> Option<&'a Vendor> {
    let vendor_of = |party: &Party| vendors.iter().find(|vendor| vendor.id == party.vendor);
    let of_kind = |kinds: &[VendorKind]| {
        dispute.parties.iter().filter_map(vendor_of).find(|vendor| kinds.contains(&vendor.kind))
    };
    let in_part = |role: Option<Role>| {
        let parties = dispute.parties.iter();
        let playing = parties.filter(|party| role.is_none_or(|role| party.roles.has(role)));
        playing.filter_map(vendor_of).find(|vendor| !vendor.kind.decides())
    };
    match reader {
        DossierReader::Ombudsman => of_kind(&[VendorKind::Ombudsman, VendorKind::Regulator]),
        DossierReader::Vendor => in_part(Some(Role::MustRemedy))
            .or_else(|| in_part(Some(Role::HoldsTheMoney)))
            .or_else(|| in_part(None)),
        DossierReader::Issuer => of_kind(&[VendorKind::CardIssuer]),
        DossierReader::Court => of_kind(&[VendorKind::Court]),
        DossierReader::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::DossierPart::{
        Chronology, Clocks, ContactLog, Exhibits, Issues, Money, NextSteps, People, Remedies,
        Summary,
    };
    use crate::{DossierPart, DossierReader};

    #[test]
    fn each_reader_gets_what_it_decides_by() {
        let all = DossierPart::ALL;
        for (reader, parts, with_exhibits, why) in [
            (
                DossierReader::Ombudsman,
                all.iter().copied().filter(|it| *it != NextSteps).collect::<Vec<_>>(),
                true,
                "an ombudsman gets all but the household's own plans",
            ),
            (
                DossierReader::Vendor,
                vec![Summary, People, Chronology, Issues, Money, Remedies, ContactLog, Exhibits],
                false,
                "a vendor does not learn who helped inside, nor what the household counts or plans",
            ),
            (
                DossierReader::Issuer,
                vec![Summary, Chronology, Money, Exhibits],
                true,
                "an issuer decides on a payment",
            ),
            (
                DossierReader::Court,
                vec![
                    Summary, People, Chronology, Issues, Money, Remedies, ContactLog, Clocks,
                    Exhibits,
                ],
                true,
                "a court gets everything factual, with its proof",
            ),
            (DossierReader::Other, all.to_vec(), false, "nobody in particular gets everything"),
        ] {
            let (without, exhibits) = of(reader);
            let gets: Vec<_> = all.iter().copied().filter(|it| !without.contains(it)).collect();
            assert_eq!((gets, exhibits), (parts, with_exhibits), "{why}");
        }
    }
}
