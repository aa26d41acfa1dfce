//! What lies ready to be added: files dropped on the window, which the page knows by a number and
//! their names only; and the word that stops an adding.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use holdfast_app::wire::{
    AppError, Drag, Dropped, EvidenceAdded, EvidenceAdding, EvidenceProgress,
};
use holdfast_app::{Incoming, files};
use tauri::ipc::Channel;
use tauri::{DragDropEvent, Manager as _, Window, WindowEvent};

use crate::desk::Desk;

/// What was dropped last, and who is told of it.
#[derive(Default)]
pub(crate) struct Tray {
    held: Mutex<Held>,
    stop: AtomicBool,
}

#[derive(Default)]
struct Held {
    count: u32,
    paths: Vec<PathBuf>,
    told: Option<Channel<Drag>>,
}

impl Tray {
    /// Tells the page from now on what is dragged to the window.
    pub(crate) fn watch(&self, told: Channel<Drag>) {
        self.held().told = Some(told);
    }

    /// The files that were dropped under that number, unless others were dropped since. They are
    /// handed over once.
    pub(crate) fn take(&self, id: &str) -> Vec<PathBuf> {
        let mut held = self.held();
        if held.count.to_string() == id { std::mem::take(&mut held.paths) } else { Vec::new() }
    }

    /// Adds what was chosen, dropped or pasted, telling the page before each how far it is.
    pub(crate) fn add(
        &self,
        desk: &Desk,
        adding: &EvidenceAdding,
        incoming: Vec<Incoming>,
        progress: &Channel<EvidenceProgress>,
    ) -> Result<EvidenceAdded, AppError> {
        self.stop.store(false, Ordering::Relaxed);
        let mut watch = |how_far| {
            // A page that was reloaded meanwhile hears nothing; what it had begun is finished.
            let _ = progress.send(how_far);
            !self.stop.load(Ordering::Relaxed)
        };
        desk.with(|app| app.bring_evidence(adding, incoming, &mut watch))
    }

    /// Stops the adding that goes on, before its next file.
    pub(crate) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Follows files that are dragged, and holds what is let go.
    fn follow(&self, event: &DragDropEvent) {
        match event {
            DragDropEvent::Enter { .. } => self.held().tell(true, None),
            DragDropEvent::Leave => self.held().tell(false, None),
            DragDropEvent::Drop { paths, .. } => self.held().hold(paths),
            // Where they are makes no difference, and a kind of the future asks for nothing.
            DragDropEvent::Over { .. } | _ => {}
        }
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn hold(&mut self, paths: &[PathBuf]) {
        self.count = self.count.wrapping_add(1);
        self.paths = paths.to_vec();
        let names = paths.iter().map(|path| files::name(path)).collect();
        self.tell(false, Some(Dropped { id: self.count.to_string(), names }));
    }

    fn tell(&self, over: bool, dropped: Option<Dropped>) {
        if let Some(told) = &self.told {
            // Nobody listens where the page is gone.
            let _ = told.send(Drag { over, dropped });
        }
    }
}

/// Takes files that are dropped on the window, before the page could be navigated to them.
pub(crate) fn on_window_event(window: &Window, event: &WindowEvent) {
    if let WindowEvent::DragDrop(event) = event {
        window.state::<Tray>().follow(event);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tauri::PhysicalPosition;
    use tauri::ipc::InvokeResponseBody;

    use super::*;

    /// A tray, and all that it tells the page.
    fn tray() -> (Tray, Arc<Mutex<Vec<String>>>) {
        let (tray, told) = (Tray::default(), Arc::new(Mutex::new(Vec::new())));
        let page = Arc::clone(&told);
        tray.watch(Channel::new(move |body| {
            if let InvokeResponseBody::Json(said) = body {
                page.lock().unwrap_or_else(PoisonError::into_inner).push(said);
            }
            Ok(())
        }));
        (tray, told)
    }

    fn dropped(path: &str) -> DragDropEvent {
        DragDropEvent::Drop { paths: vec![path.into()], position: PhysicalPosition::default() }
    }

    #[test]
    fn the_page_hears_the_names_of_what_is_dropped_and_never_the_path() {
        let (tray, told) = tray();
        tray.follow(&DragDropEvent::Enter {
            paths: vec!["/home/rosa/letter.pdf".into()],
            position: PhysicalPosition::default(),
        });
        tray.follow(&dropped("/home/rosa/letter.pdf"));
        let told = told.lock().expect("nobody failed");
        assert_eq!(told[0], r#"{"over":true,"dropped":null}"#);
        assert_eq!(told[1], r#"{"over":false,"dropped":{"id":"1","names":["letter.pdf"]}}"#);
    }

    #[test]
    fn what_was_dropped_is_handed_over_once_and_only_the_last() {
        let (tray, _) = tray();
        tray.follow(&dropped("/home/rosa/letter.pdf"));
        tray.follow(&dropped("/home/rosa/receipt.jpg"));
        assert_eq!(tray.take("1"), Vec::<PathBuf>::new(), "others were dropped since");
        assert_eq!(tray.take("2"), [PathBuf::from("/home/rosa/receipt.jpg")]);
        assert_eq!(tray.take("2"), Vec::<PathBuf>::new(), "a second time would add it twice");
    }
}
