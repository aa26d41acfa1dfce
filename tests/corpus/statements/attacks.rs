//! XML that is made to open files, reach the network or fill the memory.

use super::{Case, check, refused};

const CASES: &[Case] = &[
    refused("Classic_XXE.xml", "document_type", Some(2)),
    refused("Classic_XXE_-_etc_passwd.xml", "document_type", Some(2)),
    refused("Classic_XXE_B64_Encoded.xml", "document_type", Some(1)),
    refused("Deny_Of_Service_-_Billion_Laugh_Attack", "document_type", Some(1)),
    refused("XXE_OOB_Attack_(Yunusov,_2013).xml", "document_type", Some(3)),
    refused("XXE_PHP_Wrapper.xml", "document_type", Some(1)),
];

#[test]
fn attacks_are_refused_before_anything_is_made_of_them() {
    check("xml-attacks", CASES);
}
