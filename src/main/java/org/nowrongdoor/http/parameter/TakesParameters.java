package org.nowrongdoor.http.parameter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names query parameters that a method reads by itself, in addition to those it declares. Each may be repeated. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakesParameters {

    /** Names; one that ends in {@code *} stands for every name that begins so, such as {@code fact.*}. */
    String[] value();
}
