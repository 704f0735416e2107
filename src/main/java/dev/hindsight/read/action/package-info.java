/// Action items: lists and tables with owners, due dates, priorities and states.
package dev.hindsight.read.action;
