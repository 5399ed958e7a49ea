package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.admin.Scope;

final class FormTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void fieldsAreDecodedAndKeepTheirOrder() throws Form.RefusedException {
        Form form = Form.parse("a=1&b=%C3%A9+%26&a=2&c=&=x&d");

        assertThat(form.values("a")).containsExactly("1", "2");
        assertThat(form.text("b")).isEqualTo("é &");
        assertThat(form.value("c")).contains("");
        assertThat(form.value("d")).isEmpty();
        assertThat(form.text("none")).isEmpty();
    }

    @Test
    void badEncodingIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> Form.parse("a=%zz<script>"))
                .isInstanceOf(Form.RefusedException.class)
                .hasMessage("a form with proper percent-encoding is expected");
    }

    @Test
    void aTokenCanBeOrdered() throws Form.RefusedException {
        TokenOrder order = TokenOrder.of(Form.parse("name=git-hook&scope=regenerate&scope=read&days=2"), NOW);

        assertThat(order.name()).isEqualTo("git-hook");
        assertThat(order.scopes()).containsExactlyInAnyOrder(Scope.REGENERATE, Scope.READ);
        assertThat(order.expires()).contains(NOW.plus(Duration.ofDays(2)));
        assertThat(order.words()).isEqualTo("[read, regenerate]");
    }

    @Test
    void aTokenMayLastForEver() throws Form.RefusedException {
        assertThat(TokenOrder.of(Form.parse("name=a&scope=read&days="), NOW).expires())
                .isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "scope=read, name:",
        "name=admin.token&scope=read, name:",
        "name=Big&scope=read, name:",
        "name=a%0Ab&scope=read, name:",
        "name=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&scope=read, name:",
        "name=a, scope:",
        "name=a&scope=root, scope:",
        "name=a&scope=read&days=0, days:",
        "name=a&scope=read&days=-1, days:",
        "name=a&scope=read&days=99999, days:"
    })
    void anImpossibleTokenIsRefusedWithWhatIsExpected(String form, String field) throws Form.RefusedException {
        Form parsed = Form.parse(form);

        assertThatThrownBy(() -> TokenOrder.of(parsed, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field)
                .hasMessageContaining("expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/", "/admin/runs", "/admin/runs/20260301T120000000-0a1b", "/admin/whitelist"})
    void aLoginLeadsToThePageThatWasWanted(String page) {
        assertThat(LoginPage.destination(page)).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/admin",
                "//evil.example/",
                "/admin//evil.example",
                "https://evil.example/admin/",
                "/\\evil.example",
                "/admin/../../evil",
                "/admin/%2f%2fevil",
                "/admin/\r\nSet-Cookie: a=b",
                "/admin/login",
                "/admin/?next=//e",
                "javascript:alert(1)",
                "/admin/@evil.example",
                "\t//evil.example"
            })
    void aLoginLeadsNowhereElse(String elsewhere) {
        assertThat(LoginPage.destination(elsewhere)).isEqualTo("/admin/");
    }

    @Test
    void aNoteIsOneLineOfASensibleLength() throws Form.RefusedException {
        assertThat(WhitelistPage.note(Form.parse("note=a%0Ab%00c"))).isEqualTo("a b c");
        assertThat(WhitelistPage.note(Form.parse("note=" + "x".repeat(500)))).hasSize(200);
        assertThat(WhitelistPage.note(Form.NONE)).isEmpty();
    }
}
