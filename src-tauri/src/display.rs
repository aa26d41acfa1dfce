//! Whether there is a screen to open a window on.

/// Checks that a display can be reached, so that its absence is a sentence and not a panic.
///
/// # Errors
/// What is missing and what to do about it.
#[cfg(target_os = "linux")]
pub(crate) fn ready() -> Result<(), String> {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if !set("DISPLAY") && !set("WAYLAND_DISPLAY") {
        return Err("there is no display to open a window on (neither DISPLAY nor \
                    WAYLAND_DISPLAY is set). Start Holdfast from a desktop session, or use \
                    holdfast-cli, which needs no window."
            .into());
    }
    gtk::init().map_err(|_| {
        "the display that DISPLAY or WAYLAND_DISPLAY names does not answer. Start Holdfast from a \
         desktop session, or use holdfast-cli, which needs no window."
            .into()
    })
}

/// Elsewhere a program that runs always has a screen.
#[cfg(not(target_os = "linux"))]
pub(crate) fn ready() -> Result<(), String> {
    Ok(())
}
