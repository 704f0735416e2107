package dev.hindsight.model;

import java.util.Optional;

/// A reference that the author declared, with the reason given.
///
/// @param reason as plain text
/// @param html the reason with its markup; empty where none was given
/// @param date of that incident, as the author copied it
public record RelatedIncident(
    IncidentId id, Optional<String> reason, Html html, Optional<Moment> date, TextPosition place) {}
