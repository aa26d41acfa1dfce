//! The Debian and Ubuntu packages that the tasks need.

use crate::process::{self, Failure};

/// To compile the window.
pub(crate) const TO_BUILD: &[&str] =
    &["build-essential", "perl", "pkg-config", "libwebkit2gtk-4.1-dev"];

/// To open the window without a screen and drive it, to read the printed dossier back, and to see and
/// spoil what the program asks of the disk.
pub(crate) const TO_TEST: &[&str] =
    &["webkit2gtk-driver", "xvfb", "xdotool", "poppler-utils", "qpdf", "strace", "iproute2"];

/// To draw the icons anew.
pub(crate) const TO_DRAW: &[&str] = &["librsvg2-bin"];

/// Another program may be holding apt's lock on a machine that has just started; wait for it.
const APT: &[&str] = &["-o", "DPkg::Lock::Timeout=540"];

/// Makes sure that packages are there, and installs what is missing where this account may.
///
/// # Errors
/// When something is missing and cannot be installed: the line to type is in the sentence.
pub(crate) fn require(packages: &[&[&'static str]]) -> Result<(), Failure> {
    let wanted = packages.concat();
    if process::answer(process::program("dpkg-query").arg("--version")).is_none() {
        println!(
            "xtask: this is not Debian or Ubuntu; going on as if these were there: {}",
            wanted.join(" ")
        );
        return Ok(());
    }
    let missing: Vec<_> = wanted.into_iter().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let Some(prefix) = may_install() else {
        return Err(Failure::new(format!(
            "some Debian packages are missing. Type this line, then try again:\n\n    {}\n",
            line_to_type(&missing)
        )));
    };
    println!("xtask: installing {}", missing.join(" "));
    apt(prefix, &["update", "--quiet"])?;
    let mut install = vec!["install", "--yes", "--quiet", "--no-install-recommends"];
    install.extend(&missing);
    apt(prefix, &install)
}

fn installed(package: &str) -> bool {
    let mut query = process::program("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]);
    process::answer(&mut query).is_some_and(|status| status == "installed")
}

/// The words to put before `apt-get`, or nothing when this account may not install.
fn may_install() -> Option<&'static [&'static str]> {
    if process::answer(process::program("id").arg("--user")).as_deref() == Some("0") {
        return Some(&[]);
    }
    // `--non-interactive`: ask whether a password would be needed, without asking the person.
    process::answer(process::program("sudo").args(["--non-interactive", "true"]))
        .map(|_| &["sudo", "--non-interactive"][..])
}

fn apt(prefix: &[&str], words: &[&str]) -> Result<(), Failure> {
    let environment = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    let line = [prefix, &environment, APT, words].concat();
    process::run(process::program(line[0]).args(&line[1..]))
}

fn line_to_type(missing: &[&str]) -> String {
    format!(
        "sudo apt-get update && sudo apt-get install --no-install-recommends {} {}",
        APT.join(" "),
        missing.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_to_type_is_complete() {
        assert_eq!(
            line_to_type(&["xvfb", "qpdf"]),
            "sudo apt-get update && sudo apt-get install --no-install-recommends \
             -o DPkg::Lock::Timeout=540 xvfb qpdf",
            "the person should be able to paste the line as it is"
        );
    }

    #[test]
    fn a_package_that_does_not_exist_is_not_installed() {
        assert!(!installed("holdfast-no-such-package"), "dpkg-query must not be misread");
    }
}
