"""All that talks to the browser beyond Streamlit's own widgets."""
