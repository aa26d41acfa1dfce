//! The harness of the acceptance tests: Holdfast's real window on a screen of its own, driven as
//! a person would, through what is visible and through the accessible names of things.
//!
//! Every [`Window`] has its own display server, driver, port and home folder, all in process
//! groups of their own that end with it, so that journeys can run side by side and leave nothing
//! behind. A journey reads as what a person does; what cannot be found in time fails the test with
//! the page's text and a picture in `tests/output/`.
//!
//! Nothing is built here: the programs are taken from the folder that the test itself lies in.

mod act;
mod drag;
mod find;
mod home;
mod look;
mod process;
mod programs;
mod screen;
mod window;

pub use find::Find;
pub use home::Home;
pub use programs::{output_folder, program, project_folder};
pub use window::{Setup, Window};
