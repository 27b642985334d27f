package org.nowrongdoor.storage;

/** What follows the change log so that searches see what it says. */
public interface ChangeReader {

    /** The last change such that a search can see it and everything before it. */
    long position();
}
