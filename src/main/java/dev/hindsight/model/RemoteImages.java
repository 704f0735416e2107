package dev.hindsight.model;

/// The images of a report that are on one other host and are shown as links.
///
/// @param host in lower case, after `http://` if the address uses that
/// @param first the position of the first of them
public record RemoteImages(String host, int count, TextPosition first) {}
