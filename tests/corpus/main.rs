//! What people really wrote, taken in, listed, found, printed and given out again.
//!
//! The texts are not ours to ship: `HOLDFAST_CORPUS` names the folder that holds them. Without it,
//! each test says that it looked at nothing, and passes.

mod case_file;
mod complaints;
mod converted;
mod holidays;
mod mails;
mod originals;
mod printed;
mod record;
mod scripts;
mod source;
mod statements;
mod tone;
mod typeset;
