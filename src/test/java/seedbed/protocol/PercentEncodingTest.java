package seedbed.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PercentEncodingTest {

    @Test
    void everythingThatMeansSomethingInAnAddressIsEncoded() {
        assertThat(PercentEncoding.ofPath("100 % größer?#&\"<'>+.html"))
                .isEqualTo("100%20%25%20gr%C3%B6%C3%9Fer%3F%23%26%22%3C%27%3E%2B.html");
    }

    @Test
    void slashesAreKeptInAPathOnly() {
        assertThat(PercentEncoding.ofPath("a-b/c_d~.e")).isEqualTo("a-b/c_d~.e");
        assertThat(PercentEncoding.of("a-b/c_d~.e")).isEqualTo("a-b%2Fc_d~.e");
    }
}
