/// What the readers of one report share: its file and its positions, the anchors of its page, and
/// the problems, links and mentions that they collect.
package dev.hindsight.read.context;
