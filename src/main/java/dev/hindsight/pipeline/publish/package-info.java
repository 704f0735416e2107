/// Replaces the last site with a new one atomically. Start reading at
/// [dev.hindsight.pipeline.publish.Publisher].
package dev.hindsight.pipeline.publish;
