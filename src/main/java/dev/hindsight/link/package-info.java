/// Incidents become a knowledge base: references both ways, systems under one name, what is
/// missing.
package dev.hindsight.link;
