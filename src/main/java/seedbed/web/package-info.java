/** Servlets: one statement each, then plain objects. */
@NullMarked
package seedbed.web;

import org.jspecify.annotations.NullMarked;
